"""Input tables and scripts for the actor-oriented models that live in R."""
