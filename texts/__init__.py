"""Every text of the interface, in Chinese and English side by side, and the one loader of them.

app.csv       pages of the app
commands.csv  the command line
pictures.csv  network, map, curve, and what their scripts write
answers.csv   answers of questions, citations, comparisons, talks
faults.csv    what is wrong with a file, and what would be right
measures.csv  why a measure was not computed, and what to mind in its result
stores.csv    why a query was refused, or what a store could not do
schema.csv    names of kinds, fields, choices and edge types
dates.csv     dates in words
sources.csv   why a file does not become a source
decisions.csv why a decision of a review is refused
review.csv    the page Review
lint.csv      what `fits` doubts
workbench.csv the editor for custom queries
assistant.csv the tools of an assistant
site.csv      the static site
system.csv    why the system refuses a file
language_model.csv  what is wrong with an address or an answer of a model
"""
