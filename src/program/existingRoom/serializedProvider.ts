/**
 * The code of the dynamic provider, which the engine stores in the property `__provider` of every ExistingRoom.
 *
 * Stable format: stored in every stack's state. Never change. Any later version of the package must provide the path
 * `pulumi-ivschat/provider` and the export `existingRoomProvider`. A change of this string would show as an update of every resource.
 *
 * The package is resolved from the program's folder, then from Pulumi's server: in pnpm's layout, the first fails if the package is an
 * indirect dependency. Without the package, all operations but delete fail, so a stack can still be destroyed.
 */
export const serializedProvider = `exports.handler = () => {
  const p = "pulumi-ivschat/provider", f = () => require.main.require(p);
  try { return require(p).existingRoomProvider; } catch {}
  try { return f().existingRoomProvider; } catch {}
  return { check: f, diff: f, create: f, update: f, read: f };
};
`;
