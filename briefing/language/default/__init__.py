"""Give what grammars have in common, made from the tables of a language.

Each class answers a part of what `briefing.language.Grammar` asks. The grammar of a language takes an
answer over, or writes its own where its words join otherwise: a method of the class that it overrides,
or a function in its place.
"""
