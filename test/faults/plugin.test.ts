import { describeFaults } from "./describeFaults";
import { pluginFaces } from "./pluginFaces";

describeFaults(pluginFaces);
