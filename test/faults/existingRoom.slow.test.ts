import { describeFaults } from "./describeFaults";
import { existingRoom } from "./faces";

describeFaults(existingRoom);
