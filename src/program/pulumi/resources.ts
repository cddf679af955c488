import * as pulumi from "@pulumi/pulumi";

export function resourcesIn(dependsOn: unknown): pulumi.Resource[] {
  return [dependsOn].flat(Infinity).map((value) => {
    if (pulumi.Resource.isInstance(value)) return value;
    throw new pulumi.RunError("dependsOn must contain only resources");
  });
}

/** Waits for resources, including those in components. Returns whether all of them exist. */
export async function areCreated(resources: Iterable<pulumi.Resource>): Promise<boolean> {
  const all = new Set<pulumi.Resource>();
  await addWithChildren(resources, all);
  const known = await Promise.all([...all].map(hasId));
  return known.every(Boolean);
}

// A component stands for its children: for those that are not components, at any depth.
async function addWithChildren(
  resources: Iterable<pulumi.Resource>,
  all: Set<pulumi.Resource>,
): Promise<void> {
  for (const resource of resources) {
    if (all.has(resource)) continue;
    all.add(resource);
    if (!pulumi.ComponentResource.isInstance(resource)) continue;
    const component = resource as unknown as ComponentMembers;
    // Until this resolves, the component may not have all of its children.
    await component.__data;
    await addWithChildren([...(component.__childResources ?? [])], all);
  }
}

async function hasId(resource: pulumi.Resource): Promise<boolean> {
  if (!pulumi.CustomResource.isInstance(resource)) return true;
  // A resource that was created from its URN has no `id`. If `isKnown` changes, a preview reads before a dependency
  // exists (shown by the test `manners`).
  const id = resource.id as unknown as { readonly isKnown: Promise<boolean> } | undefined;
  return id === undefined || (await id.isKnown);
}

// Private members of a component. If they change, a read that depends on a component does not wait for its children
// (shown by the test `manners`).
interface ComponentMembers {
  readonly __data: Promise<unknown>;
  readonly __childResources?: Set<pulumi.Resource>;
}

/**
 * The type of a resource. If it changes, any aws.Provider is rejected, and ExistingRoom.isInstance returns false (shown by the test
 * `explicitProvider`).
 */
export function typeOf(resource: unknown): string | undefined {
  return (resource as { readonly __pulumiType?: string } | undefined)?.__pulumiType;
}
