# A dynamic network actor model of who learns from whom, written for goldfish 1.6.12 (CRAN).
# Run in this folder: Rscript goldfish.R. README.md says what the tables hold.
# 谁向谁学习的动态网络行动者模型，为 goldfish 1.6.12（CRAN）而写。在本文件夹中运行。

library(goldfish)
if (packageVersion("goldfish") >= "1.7") {
  stop("From version 1.7 on goldfish has other function names: ",
       'remotes::install_version("goldfish", "1.6.12") installs the version of this script.')
}

read_table <- function(file) {
  read.csv(file, colClasses = "character", na.strings = character(0), encoding = "UTF-8",
           check.names = FALSE)
}

actors <- read_table("actors.csv")
names(actors) <- make.names(names(actors))
actors$present <- as.logical(actors$present)
actors$adopted <- as.numeric(actors$adopted)
actors$adopted_since <- NULL
lesson_events <- read_table("lessons.csv")[, c("time", "sender", "receiver", "increment")]
lesson_events$time <- as.numeric(lesson_events$time)
lesson_events$increment <- as.numeric(lesson_events$increment)
adoption_events <- read_table("adoptions.csv")
adoption_events$time <- as.numeric(adoption_events$time)
adoption_events$replace <- as.numeric(adoption_events$replace)
if (anyDuplicated(lesson_events$time)) {
  message("Some lessons have the same time; their order is arbitrary. Shuffle the rows of one time ",
          "and run again, to see whether the estimates depend on it.")
}

# An actor of whom no adoption is known is NA; goldfish puts the mean in its place.
adoption_varies <- length(unique(na.omit(actors$adopted))) > 1 || nrow(adoption_events) > 0
if (all(is.na(actors$adopted))) adoption_varies <- FALSE
if (!adoption_varies) actors$adopted <- NULL

actors <- defineNodes(actors)
if (adoption_varies && nrow(adoption_events) > 0) {
  actors <- linkEvents(actors, changeEvents = adoption_events, attribute = "adopted")
}
lessons <- defineNetwork(nodes = actors, directed = TRUE)
lessons <- linkEvents(lessons, changeEvents = lesson_events, nodes = actors)
lesson_choices <- defineDependentEvents(
  events = lesson_events, nodes = actors, defaultNetwork = lessons
)

# Whom does a learner choose? indeg: whom others chose before; trans: the teacher of one's teacher.
choice_terms <- c("inertia(lessons)", "indeg(lessons)", "trans(lessons)")
rate_terms <- c("1", "outdeg(lessons)")
if (adoption_varies) {
  choice_terms <- c(choice_terms, "alter(actors$adopted)")
  rate_terms <- c(rate_terms, "ego(actors$adopted)")
}
if (length(unique(actors$level)) > 1) choice_terms <- c(choice_terms, "same(actors$level)")
if (file.exists("contacts.csv")) {
  contact_table <- read_table("contacts.csv")
  contacts <- vapply(contact_table[, -1], as.numeric, numeric(nrow(contact_table)))
  dimnames(contacts) <- list(contact_table$label, contact_table$label)
  contacts <- defineNetwork(matrix = contacts, nodes = actors, directed = TRUE)
  choice_terms <- c(choice_terms, "tie(contacts)")
}
if (nrow(lesson_events) < 10 * length(choice_terms)) {
  message("There are ", nrow(lesson_events), " lessons for ", length(choice_terms), " terms: ",
          "fewer than ten each, so take terms out of choice_terms before you believe an estimate.")
}

choice_formula <- as.formula(paste("lesson_choices ~", paste(choice_terms, collapse = " + ")))
choice_model <- estimate(choice_formula, model = "DyNAM", subModel = "choice")
print(summary(choice_model))

# When does an actor learn? Times are in years, so that rates are by year.
rate_formula <- as.formula(paste("lesson_choices ~", paste(rate_terms, collapse = " + ")))
rate_model <- estimate(rate_formula, model = "DyNAM", subModel = "rate")
print(summary(rate_model))
