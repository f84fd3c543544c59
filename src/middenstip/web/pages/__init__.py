"""One folder per noun: urls, views, forms. Page folders import `web.shared`, never each other."""
