# A stochastic actor-oriented model of who learns from whom and who adopts, for RSiena 1.5.0 (CRAN).
# Run in this folder: Rscript rsiena.R. README.md says what the files hold.
# 谁向谁学习、谁采纳的随机行动者模型，为 RSiena 1.5.0（CRAN）而写。在本文件夹中运行。

library(RSiena)
if (!exists("siena07")) {
  stop("This RSiena has other function names (from 1.6 on); its transformScript() rewrites scripts, ",
       'or remotes::install_version("RSiena", "1.5.0") installs the version of this script.')
}

read_table <- function(file) {
  read.csv(file, colClasses = "character", na.strings = character(0), encoding = "UTF-8")
}
read_matrix <- function(file) {
  values <- as.matrix(read.table(file, na.strings = "NA"))
  dimnames(values) <- NULL
  storage.mode(values) <- "double"
  values
}

actors <- read_table("actors.csv")
waves <- read_table("waves.csv")
count <- nrow(actors)
networks <- lapply(waves$network, read_matrix)
lessons <- sienaDependent(array(unlist(networks), dim = c(count, count, nrow(waves))))
variables <- list(lessons = lessons)

# Adoption is a behaviour of 0 and 1 that never falls; NA where it is not known.
adopted <- read_matrix("adoption.dat")
changes <- sum(adopted[, -1] != adopted[, -ncol(adopted)], na.rm = TRUE)
if (changes > 0) variables$adoption <- sienaDependent(adopted, type = "behavior")
if (length(unique(actors$level)) > 1) {
  variables$level <- coCovar(as.numeric(factor(actors$level)), centered = FALSE)
}
if (file.exists("contacts.dat")) variables$contacts <- coDyadCovar(read_matrix("contacts.dat"))

# A line for each actor: from which wave to which it was there. Change it where you know better;
# as long as all are there all the time, it is not used.
lines <- strsplit(readLines("composition.txt"), " +")
present <- lapply(lines, as.numeric)
if (any(vapply(present, function(ends) !identical(ends, c(1, nrow(waves))), logical(1)))) {
  variables$composition <- sienaCompositionChange(present)
}
data <- do.call(sienaDataCreate, variables)
print01Report(data, modelname = "lessons")

# Whom does a learner choose? inPop: whom many chose before; altX: who has adopted.
effects <- getEffects(data)
effects <- includeEffects(effects, inPop, name = "lessons")
if (!is.null(variables$contacts)) {
  effects <- includeEffects(effects, X, name = "lessons", interaction1 = "contacts")
}
if (!is.null(variables$level)) {
  effects <- includeEffects(effects, sameX, name = "lessons", interaction1 = "level")
}
if (!is.null(variables$adoption)) {
  effects <- includeEffects(effects, altX, name = "lessons", interaction1 = "adoption")
  # Does adoption come sooner where more of one's teachers have adopted?
  effects <- includeEffects(effects, avExposure, name = "adoption", type = "rate",
                            interaction1 = "lessons")
}
print(effects)

algorithm <- sienaAlgorithmCreate(projname = "lessons", seed = 1)
answer <- siena07(algorithm, data = data, effects = effects, batch = TRUE)
for (attempt in 1:4) {
  if (answer$tconv.max < 0.25) break
  answer <- siena07(algorithm, data = data, effects = effects, prevAns = answer, batch = TRUE)
}
print(answer)
if (answer$tconv.max >= 0.25) {
  message("The estimation did not converge (overall maximum convergence ratio 0.25 or more): ",
          "take effects out, or choose fewer waves with more changes between them.")
}
