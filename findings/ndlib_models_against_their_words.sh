#!/usr/bin/env bash
# Five models of NDlib do not do what they say: no spread along arrows, spread against them, adoption when it is unlikely
# Version: ndlib 6.0.1 (models.epidemics) with networkx 3.6.1
# Expected: the documentation (reference/models/epidemics) says: General Threshold: a node adopts if the weights of its
#   adopting neighbours add up to more than its threshold. SWIR: the neighbours of a node are checked one by one.
#   Profile: a coin weighted by the profile, "how likely it is to accept a behaviour". Generalised Threshold: thresholds
#   of nodes. Independent Cascades: the chance of an edge is its own, or 0.1 by default. In directed networks the other
#   models spread along the arrows.
# Seen: General Threshold looks for the weight of the arrow the other way, so on a directed network nobody adopts. SWIR
#   goes against the arrows, and stops to draw after the first neighbour that adopts: at 0.5 nine of ten adopt. Profile
#   adopts with the probability of 1 - profile, and a neighbour that refused takes one adopter away. Generalised
#   Threshold never has anyone adopt by threshold. Chances and weights of edges are dropped, all of them and without a
#   word, as soon as one edge has none: in Independent Cascades an edge with the chance 1.0 then has 1 in 11.
# Why it matters: these are simulations of the spread of policies. They run to the end and give curves: a flat one, one
#   of the models and not of their learners, or the likelihood upside down.
# What to do: use Threshold, SI or SIR; give General Threshold its weights by (target, source) and Independent Cascades
#   a chance for each edge; hand SWIR the reversed network, and Profile 1 - profile.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check ndlib==6.0.1 networkx==3.6.1 six==1.17.0 future==1.0.0
env/bin/python -W ignore - > output.txt <<'PYTHON'
import networkx
import ndlib.models.ModelConfig as settings
import ndlib.models.epidemics as models


def adopters(model, network, infected, steps, parameters=(), nodes=(), edges=(), blocked=()):
    """The nodes that have adopted, or have been removed, after some steps."""
    simulation = model(network)
    given = settings.Configuration()
    for name, value in parameters:
        given.add_model_parameter(name, value)
    for name, node, value in nodes:
        given.add_node_configuration(name, node, value)
    for name, edge, value in edges:
        given.add_edge_configuration(name, edge, value)
    given.add_model_initial_configuration("Infected", infected)
    if blocked:
        given.add_model_initial_configuration("Blocked", blocked)
    simulation.set_initial_status(given)
    for _ in range(steps + 1):
        simulation.iteration()
    return sorted(node for node, status in simulation.status.items() if status > 0)


arrows = networkx.DiGraph([(1, 2), (3, 1)])
half = [("threshold", node, 0.5) for node in arrows]
whole = [("weight", edge, 1.0) for edge in arrows.edges]
turned = [("weight", edge[::-1], 1.0) for edge in arrows.edges]
print("seen: from 1, arrows 1-2 and 3-1")
print("Threshold", adopters(models.ThresholdModel, arrows, [1], 3, nodes=half))
print("General Threshold", adopters(models.GeneralThresholdModel, arrows, [1], 3, nodes=half, edges=whole),
      "weights of (target, source)", adopters(models.GeneralThresholdModel, arrows, [1], 3, nodes=half, edges=turned))
rates = [("kappa", 1.0), ("mu", 0.0), ("nu", 0.0)]
print("SIR", adopters(models.SIRModel, arrows, [1], 3, parameters=[("beta", 1.0), ("gamma", 0.0)]))
print("SWIR", adopters(models.SWIRModel, arrows, [1], 3, parameters=rates))
star = networkx.star_graph(10)
rates = [("kappa", 0.5), ("mu", 0.0), ("nu", 0.0)]
sizes = [len(adopters(models.SWIRModel, star, [0], 1, parameters=rates)) - 1 for _ in range(200)]
print("SWIR, of ten neighbours at 0.5, in 200 runs: more than eight on average:", sum(sizes) / 200 > 8,
      "| all ten in more than 60 runs:", sizes.count(10) > 60)
pair = networkx.path_graph(2)
for profile in (0.0, 1.0):
    print("Profile", profile, adopters(models.ProfileModel, pair, [0], 20, nodes=[("profile", node, profile) for node in pair]))
triple = networkx.path_graph(3)
sure = [("profile", node, 0.0) for node in triple]
print("Profile 0.0, one neighbour adopted, one refused:", adopters(models.ProfileModel, triple, [0], 20, nodes=sure, blocked=[2]))
complete = networkx.complete_graph(4)
print("Generalised Threshold", adopters(models.GeneralisedThresholdModel, complete, [0, 1, 2], 20,
                                        parameters=[("tau", 1), ("mu", 0)], nodes=[("threshold", node, 0.1) for node in complete]))
cascade = networkx.DiGraph([(0, 1)] + [(0, node) for node in range(2, 12)])
chance = [("threshold", (0, 1), 1.0)]
every = chance + [("threshold", (0, node), 0.0) for node in range(2, 12)]
for name, edges in (("one edge", chance), ("each edge", every)):
    runs = [adopters(models.IndependentCascadesModel, cascade, [0], 1, edges=edges) for _ in range(200)]
    print("Independent Cascades, chance given for", name, "| 1 adopts in each of 200 runs:", all(1 in run for run in runs),
          "| others adopt:", any(set(run) - {0, 1} for run in runs))
PYTHON
sed -n '/^seen: /,$p' output.txt | sed 's/^seen: //' > seen.txt
seen=$(cat seen.txt)
recorded='from 1, arrows 1-2 and 3-1
Threshold [1, 2]
General Threshold [1] weights of (target, source) [1, 2]
SIR [1, 2]
SWIR [1, 3]
SWIR, of ten neighbours at 0.5, in 200 runs: more than eight on average: True | all ten in more than 60 runs: True
Profile 0.0 [0, 1]
Profile 1.0 [0]
Profile 0.0, one neighbour adopted, one refused: [0]
Generalised Threshold [0, 1, 2]
Independent Cascades, chance given for one edge | 1 adopts in each of 200 runs: False | others adopt: True
Independent Cascades, chance given for each edge | 1 adopts in each of 200 runs: True | others adopt: False'
echo "ndlib 6.0.1, networkx 3.6.1"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
