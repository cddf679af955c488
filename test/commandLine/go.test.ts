import { useLocalIvsChat } from "../support/service";
import { describeTracking } from "./languages/describeTracking";
import { go } from "./languages/go";
import { rooms } from "./languages/rooms";

describeTracking(go, useLocalIvsChat({ state: { rooms } }, "file"));
