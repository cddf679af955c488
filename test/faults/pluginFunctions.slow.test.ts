import { describeFaults } from "./describeFaults";
import { pluginFunctions } from "./pluginFaces";

describeFaults(pluginFunctions);
