# Hold Atom feeds to RFC 4287 as Ruby's RSS library knows it: elements that must, may or may not be
# there, how often, and their dates. Unknown elements are faults too.
#
#   ruby .ci/atom.rb feed.atom …
require "rss"

faults = ARGV.count do |path|
  feed = RSS::Parser.parse(File.read(path, encoding: "UTF-8"), true, false)
  puts "#{path}: #{feed.entries.size} entries"
  !(RSS::Atom::Feed === feed)
rescue RSS::Error => error
  puts "#{path}: #{error.message}"
  true
end
exit(faults.zero?)
