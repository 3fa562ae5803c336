"""The kinds of pages, a module each; `briefing.view.kinds` lists them."""
