"""One folder per noun: urls, views, forms. Folders do not know each other; they share `web.shared`."""
