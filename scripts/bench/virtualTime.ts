import type { VirtualClock } from "../../test/support/virtualClock";

/** Runs work with this process's clock and timers replaced by a virtual clock. Nothing in it may wait for the world outside. */
export async function onVirtualTime<T>(clock: VirtualClock, work: () => Promise<T>): Promise<T> {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    now: performance.now.bind(performance),
  };
  const cancelled = new WeakSet();
  const virtualTimeout = (callback: (...args: unknown[]) => void, milliseconds = 0, ...args: unknown[]) => {
    const timer = { unref: () => timer, ref: () => timer };
    clock.after(milliseconds / 1000, () => {
      if (!cancelled.has(timer)) callback(...args);
    });
    return timer;
  };
  Object.assign(globalThis, {
    setTimeout: virtualTimeout,
    clearTimeout: (timer: object | undefined) => {
      if (timer) cancelled.add(timer);
    },
  });
  performance.now = () => clock.now() * 1000;
  try {
    return await clock.run(work());
  } finally {
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
    performance.now = real.now;
  }
}
