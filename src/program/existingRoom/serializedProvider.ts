/**
 * The code that loads the dynamic provider. The engine stores it in the property `__provider` of every ExistingRoom.
 *
 * Stable format: stored in every stack's state. Never change. Every later version of this package must have the entry point
 * `pulumi-ivschat/provider` with the export `existingRoomProvider`. If this string changed, every ExistingRoom would show an update.
 *
 * The package is loaded from the program's folder or, if that fails, from the folder of Pulumi's dynamic provider server. With pnpm, the
 * first attempt fails if the package is an indirect dependency. If the package is not installed, `delete` still works, so that the stack
 * can be destroyed.
 */
export const serializedProvider = `exports.handler = () => {
  const p = "pulumi-ivschat/provider", f = () => require.main.require(p);
  try { return require(p).existingRoomProvider; } catch {}
  try { return f().existingRoomProvider; } catch {}
  return { check: f, diff: f, create: f, update: f, read: f };
};
`;
