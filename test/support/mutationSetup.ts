import fc from "fast-check";

// For `npm run mutation`: does not shrink counterexamples, because shrinking takes long.
fc.configureGlobal({ endOnFailure: true });
