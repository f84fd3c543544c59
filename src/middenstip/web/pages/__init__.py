<<<<<<< HEAD
"""One folder per noun: urls, views, forms. Page folders know `web.shared`, never each other."""
=======
"""One folder per noun: urls, views, forms. Folders do not know each other; they share `web.shared`."""
>>>>>>> frontend
