import fc from "fast-check";

// For `npm run mutation`: that a property fails is enough, and looking for a small example takes long.
fc.configureGlobal({ endOnFailure: true });
