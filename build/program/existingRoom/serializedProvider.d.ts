/**
 * What the engine stores with every ExistingRoom, as the property `__provider`, and hands to Pulumi's dynamic-provider server to run.
 *
 * AN INTERFACE FOR EVER. This text lies in the state of every stack that has an ExistingRoom, and whatever version of the package is
 * installed years later is asked for it: the path `pulumi-ivschat/provider` and the name `existingRoomProvider` must go on to exist. Do not
 * change the text either: a changed text is a change to every resource. A test holds it to the byte.
 *
 * The path is looked for from the program's folder; where the package is only a dependency of a dependency (pnpm), from Pulumi's own.
 * Without the package, what needs it fails, but a stack can still be destroyed.
 */
export declare const serializedProvider = "exports.handler = () => {\n  const p = \"pulumi-ivschat/provider\", f = () => require.main.require(p);\n  try { return require(p).existingRoomProvider; } catch {}\n  try { return f().existingRoomProvider; } catch {}\n  return { check: f, diff: f, create: f, update: f, read: f };\n};\n";
