#!/usr/bin/env bash
# innovate lets adopters give up when a policy ends, forecasts from zero, and ignores the covariates of a counterfactual
# Version: innovate 0.5.0 ("innovation and policy diffusion modeling"), with jax 0.10.2 and diffrax 0.7.2
# Expected: a policy that raises q for three years speeds adoption up in those years (Bass, Management Science 15, 1969:
#   the rate is (p + qY/m)(m - Y)); cumulative adoption never falls. The prediction for the years 10 to 12 is the same
#   whether the years before are asked for or not. run_baseline and run_counterfactual take covariates, so that a
#   scenario without aid differs from one with aid if aid has an effect.
# Seen: apply_time_varying_params puts the q of a year into the closed formula from the beginning on: adoption leaps from
#   33 to 49 in the first year of the policy and falls from 77 to 65 in the year after its last. predict takes the first
#   year that it is given for the launch: 0 in the year 10, where the whole curve has 81, and 0 for any single year. Both
#   methods drop their covariates: the difference is 0 in each year, while predict itself gives 12 and 4.
# Why it matters: effects of policies on diffusion, forecasts and counterfactuals are what it is made for. The first is
#   overstated and then undone, the second begins anew, and the third says that nothing has an effect.
# What to do: integrate the rate year by year; ask for all years since the launch and cut; call predict with covariates.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check innovate==0.5.0 jax==0.10.2 jaxlib==0.10.2 diffrax==0.7.2 \
  numpy==2.3.5 scipy==1.17.1
env/bin/python -W ignore - > seen.txt <<'PYTHON'
import numpy
from innovate.causal.counterfactual import CounterfactualAnalysis
from innovate.diffuse.bass import BassModel
from innovate.diffuse.logistic import LogisticModel
from innovate.policy.intervention import PolicyIntervention
from scipy.integrate import solve_ivp

years = numpy.arange(0.0, 13.0)
P, Q, M = 0.03, 0.38, 100.0


def whole(values):
    """Values as whole numbers."""
    return " ".join(f"{float(value):.0f}" for value in values)


def more(year):
    """How many times q is raised: in the years 5, 6 and 7."""
    return 1.5 if 5 <= year < 8 else 1.0


bass = BassModel()
bass.params_ = {"p": P, "q": Q, "m": M}
exact = solve_ivp(lambda year, adopted: (P + Q * more(year) * adopted / M) * (M - adopted), (0, 12), [0.0],
                  t_eval=years, max_step=0.01).y[0]
print("no policy:        ", whole(bass.predict(years)))
print("policy, innovate: ", whole(PolicyIntervention(bass).apply_time_varying_params(years, q_effect=more)(years)))
print("policy, by rates: ", whole(exact))
print("years 10 to 12:   ", whole(bass.predict(years[10:])), "| year 10:", whole(bass.predict(years[10:11])))
model = LogisticModel(covariates=["aid"])
model.params_ = {"L": 100.0, "k": 0.5, "x0": 9.0, "beta_L_aid": 0.0, "beta_k_aid": 0.3, "beta_x0_aid": 0.0}
aid, none = {"aid": numpy.ones(13)}, {"aid": numpy.zeros(13)}
analysis = CounterfactualAnalysis(model)
analysis.run_baseline(years, covariates=aid)
analysis.run_counterfactual("no aid", years, counterfactual_covariates=none)
print("without aid minus with aid:", whole(analysis.compare_scenarios("no aid")["difference"]))
print("predict, year 5, without aid:", whole(model.predict(years, none)[5:6]), "with aid:", whole(model.predict(years, aid)[5:6]))
PYTHON
seen=$(cat seen.txt)
recorded='no policy:         0 4 9 15 23 33 44 55 65 74 81 87 91
policy, innovate:  0 4 9 15 23 49 64 77 65 74 81 87 91
policy, by rates:  0 4 9 15 23 33 49 64 76 83 88 92 94
years 10 to 12:    0 4 9 | year 10: 0
without aid minus with aid: 0 0 0 0 0 0 0 0 0 0 0 0 0
predict, year 5, without aid: 12 with aid: 4'
echo "innovate 0.5.0"
echo "seen:"
echo "$seen"
if [ "$seen" != "$recorded" ]; then
  echo "changed: this finding says" >&2
  echo "$recorded" >&2
  exit 1
fi
