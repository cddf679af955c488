import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { changedMembers, isEqual } from "../../src/room/compare";
import { roomFromAnswer } from "../../src/room/fromAnswer";
import { roomMembers } from "../../src/room/room";
import { roomAnswer } from "./arbitraries";

const room = roomAnswer.map(roomFromAnswer);

describe("changedMembers", () => {
  test("finds no difference between a room and a copy with the tags in another order", () => {
    fc.assert(
      fc.property(room, (one) => {
        const copy = { ...one, tags: Object.fromEntries(Object.entries(one.tags).reverse()) };
        expect(changedMembers(one, copy)).toEqual([]);
      }),
    );
  });

  test("returns exactly the members that differ", () => {
    fc.assert(
      fc.property(room, room, fc.subarray([...roomMembers]), (one, other, members) => {
        const changed = { ...one, ...Object.fromEntries(members.map((member) => [member, other[member]])) };
        const expected = roomMembers.filter((member) => !isDeepStrictEqual(one[member], changed[member]));
        expect(changedMembers(one, changed)).toEqual(expected);
        expect(changedMembers(changed, one)).toEqual(expected);
      }),
    );
  });

  test("treats a missing member or a member of another type as changed", () => {
    const [one] = fc.sample(room, 1);
    if (!one) throw new Error("no sample");
    const { tags: _, ...rest } = one;
    expect(changedMembers(rest, one)).toEqual(["tags"]);
    expect(
      changedMembers(
        { ...one, loggingConfigurationIdentifiers: {} },
        { ...one, loggingConfigurationIdentifiers: [] },
      ),
    ).toEqual(["loggingConfigurationIdentifiers"]);
  });
});

describe("isEqual", () => {
  const nan = Number.NaN;
  test.each([
    [nan, nan],
    [null, null],
    [
      { a: 1, b: [{ c: "d" }] },
      { b: [{ c: "d" }], a: 1 },
    ],
    [[], []],
  ])("is true for %j and %j", (a, b) => {
    expect(isEqual(a, b)).toBe(true);
  });

  test.each([
    [0, -0],
    [1, "1"],
    [null, {}],
    [{}, undefined],
    ["", []],
    [[], {}],
    [["a"], { 0: "a" }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: undefined }, { b: undefined }],
    [
      { a: 1, b: 2 },
      { a: 1, b: 3 },
    ],
    [
      ["a", "b"],
      ["b", "a"],
    ],
    // Every object inherits `constructor`.
    [{ constructor: Object }, { a: 1 }],
  ])("is false for %j and %j", (a, b) => {
    expect([isEqual(a, b), isEqual(b, a)]).toEqual([false, false]);
  });
});
