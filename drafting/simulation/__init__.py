"""What a model that errs would get past the gate: simulated answers, and their figures."""
