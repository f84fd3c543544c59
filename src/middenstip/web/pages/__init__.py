"""One folder per noun: urls, views, forms. Page folders know `web.shared`, never each other."""
