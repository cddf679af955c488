// Pulumi's Node.js language host runs `@pulumi/pulumi/cmd/run-plugin` with the plugin's folder and the engine's address. The plugin is one
// file without dependencies, so this package stands in for the 80 MB of @pulumi/pulumi, and the installation needs no registry.
const [folder] = process.argv.slice(2);
require(folder);
