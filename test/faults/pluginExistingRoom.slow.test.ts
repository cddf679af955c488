import { describeFaults } from "./describeFaults";
import { pluginExistingRoom } from "./pluginFaces";

describeFaults(pluginExistingRoom);
