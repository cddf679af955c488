import * as pulumi from "@pulumi/pulumi";

/** The resources that a resolved `dependsOn` names. */
export function resourcesIn(dependsOn: unknown): pulumi.Resource[] {
  return [dependsOn].flat(Infinity).map((value) => {
    if (pulumi.Resource.isInstance(value)) return value;
    throw new pulumi.RunError("dependsOn holds a value that is not a resource");
  });
}

/** Waits for resources, and for those within components; tells whether all of them exist. */
export async function areCreated(resources: Iterable<pulumi.Resource>): Promise<boolean> {
  const all = new Set<pulumi.Resource>();
  await addWithChildren(resources, all);
  const known = await Promise.all([...all].map(hasId));
  return known.every(Boolean);
}

// A component is as good as the resources that it parents, down to the first that is not a component.
async function addWithChildren(
  resources: Iterable<pulumi.Resource>,
  all: Set<pulumi.Resource>,
): Promise<void> {
  for (const resource of resources) {
    if (all.has(resource)) continue;
    all.add(resource);
    if (!pulumi.ComponentResource.isInstance(resource)) continue;
    const component = resource as unknown as ComponentMembers;
    // A component that is still being made has not got all of its children yet.
    await component.__data;
    await addWithChildren([...(component.__childResources ?? [])], all);
  }
}

async function hasId(resource: pulumi.Resource): Promise<boolean> {
  if (!pulumi.CustomResource.isInstance(resource)) return true;
  // A resource that is only referred to by its URN has none. Without `isKnown`, a preview would read before a dependency exists.
  const id = resource.id as unknown as { readonly isKnown: Promise<boolean> } | undefined;
  return id === undefined || (await id.isKnown);
}

// Private members of a component. Without them, a read that depends on a component does not wait for its children.
interface ComponentMembers {
  readonly __data: Promise<unknown>;
  readonly __childResources?: Set<pulumi.Resource>;
}

/** The type of a resource. Without it, an aws.Provider is refused, and ExistingRoom.isInstance is false. */
export function typeOf(resource: unknown): string | undefined {
  return (resource as { readonly __pulumiType?: string } | undefined)?.__pulumiType;
}
