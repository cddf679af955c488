import * as pulumi from "@pulumi/pulumi";

export function resourcesIn(dependsOn: unknown): pulumi.Resource[] {
  return [dependsOn].flat(Infinity).map((value) => {
    if (pulumi.Resource.isInstance(value)) return value;
    throw new pulumi.RunError("dependsOn must contain only resources");
  });
}

/** Waits for resources, including the children of components. Returns true if all of them exist. */
export async function areCreated(resources: Iterable<pulumi.Resource>): Promise<boolean> {
  const all = new Set<pulumi.Resource>();
  await addWithChildren(resources, all);
  const known = await Promise.all([...all].map(hasId));
  return known.every(Boolean);
}

// A dependency on a component is a dependency on all of its children, at any depth.
async function addWithChildren(
  resources: Iterable<pulumi.Resource>,
  all: Set<pulumi.Resource>,
): Promise<void> {
  for (const resource of resources) {
    if (all.has(resource)) continue;
    all.add(resource);
    if (!pulumi.ComponentResource.isInstance(resource)) continue;
    const component = resource as unknown as ComponentMembers;
    // The component may create children until this promise resolves.
    await component.__data;
    await addWithChildren([...(component.__childResources ?? [])], all);
  }
}

async function hasId(resource: pulumi.Resource): Promise<boolean> {
  if (!pulumi.CustomResource.isInstance(resource)) return true;
  // A resource that was rehydrated from its URN has no `id`. If Pulumi changes `isKnown`, a preview reads rooms before the
  // dependencies exist (tested by `manners`).
  const id = resource.id as unknown as { readonly isKnown: Promise<boolean> } | undefined;
  return id === undefined || (await id.isKnown);
}

// Private members of ComponentResource. If Pulumi changes them, a read does not wait for the children of a component on which it depends
// (tested by `manners`).
interface ComponentMembers {
  readonly __data: Promise<unknown>;
  readonly __childResources?: Set<pulumi.Resource>;
}

/**
 * Returns the type token of a resource. If Pulumi changes `__pulumiType`, every aws.Provider is rejected and ExistingRoom.isInstance returns false
 * (tested by `explicitProvider`).
 */
export function typeOf(resource: unknown): string | undefined {
  return (resource as { readonly __pulumiType?: string } | undefined)?.__pulumiType;
}
