"""Distributions of the time from one adoption to the next: the transmission models of NetInf."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from math import log, pi

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
LogDensity = Callable[[Array], Array]


class WaitingTimeModel(StrEnum):
    """The density of the time between the adoption of a parent and that of its child."""

    EXPONENTIAL = "exponential"
    RAYLEIGH = "rayleigh"
    LOGNORMAL = "lognormal"


def exponential(rate: float) -> LogDensity:
    """log f(t), f(t) = rate exp(-rate t); rate is one over the mean, per unit of time."""
    return lambda t: log(rate) - rate * t


def rayleigh(scale: float) -> LogDensity:
    """log f(t), f(t) = t / scale² exp(-t² / (2 scale²)); scale in units of time."""
    return lambda t: np.log(t) - 2 * log(scale) - t**2 / (2 * scale**2)


def lognormal(mean: float, deviation: float) -> LogDensity:
    """log f(t), where log t is normal with this mean and standard deviation."""
    constant = log(deviation) + log(2 * pi) / 2
    return lambda t: -np.log(t) - constant - (np.log(t) - mean) ** 2 / (2 * deviation**2)


def estimate_parameters(
    model: WaitingTimeModel, since_first: Array, gaps: Array
) -> tuple[float, ...]:
    """The parameters where none are given, as in NetworkInference without its Rayleigh mistake.

    `since_first` are the times from a cascade's first adoption to each later one, `gaps` those from
    one adoption to the next. Exponential: the mean of the two values 1 / mean. Rayleigh: the mean
    of the two maximum-likelihood scales. Log-normal: mean and deviation of the logarithm of
    `since_first`, zeros left out.
    """
    match model:
        case WaitingTimeModel.EXPONENTIAL:
            return (float(1 / since_first.mean() + 1 / gaps.mean()) / 2,)
        case WaitingTimeModel.RAYLEIGH:
            scales = [np.sqrt((waits**2).mean() / 2) for waits in (since_first, gaps)]
            return (float(sum(scales)) / 2,)
        case WaitingTimeModel.LOGNORMAL:
            logs = np.log(since_first[since_first > 0])
            return float(logs.mean()), float(logs.std(ddof=1))


def log_density(model: WaitingTimeModel, parameters: tuple[float, ...]) -> LogDensity:
    """The log-density of a model with its parameters."""
    match model:
        case WaitingTimeModel.EXPONENTIAL:
            return exponential(*parameters)
        case WaitingTimeModel.RAYLEIGH:
            return rayleigh(*parameters)
        case WaitingTimeModel.LOGNORMAL:
            return lognormal(*parameters)
