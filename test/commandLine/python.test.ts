import { useLocalIvsChat } from "../support/service";
import { describePrograms } from "./languages/describePrograms";
import { describeTracking } from "./languages/describeTracking";
import { python } from "./languages/python";
import { rooms } from "./languages/rooms";

const service = useLocalIvsChat({ state: { rooms } }, "file");

describeTracking(python, service);
describePrograms(python, service);
