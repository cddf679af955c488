// Generates the SDK of a package for a language from its schema, as `pulumi package gen-sdk` does. The language hosts that set-up builds
// cannot do that: `generateSdk LANGUAGE SCHEMA VERSION FOLDER`.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	golang "github.com/pulumi/pulumi/pkg/v3/codegen/go"
	"github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

func main() {
	if len(os.Args) != 5 {
		fail(fmt.Errorf("usage: generateSdk go|nodejs|python SCHEMA VERSION FOLDER"))
	}
	files, err := generate(os.Args[1], os.Args[2], os.Args[3])
	if err != nil {
		fail(err)
	}
	for name, content := range files {
		path := filepath.Join(os.Args[4], name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			fail(err)
		}
		if err := os.WriteFile(path, content, 0o600); err != nil {
			fail(err)
		}
	}
}

func generate(language, file, version string) (map[string][]byte, error) {
	pkg, err := load(file, version)
	if err != nil {
		return nil, err
	}
	const tool = "pulumi"
	loader := schema.NewPluginLoader(nil)
	switch language {
	case "go":
		return golang.GeneratePackage(tool, pkg, nil)
	case "nodejs":
		return nodejs.GeneratePackage(tool, pkg, nil, nil, true, loader)
	case "python":
		return python.GeneratePackage(tool, pkg, nil, loader)
	default:
		return nil, fmt.Errorf("there is no generator for %s", language)
	}
}

func load(file, version string) (*schema.Package, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var spec schema.PackageSpec
	if err := json.Unmarshal(text, &spec); err != nil {
		return nil, err
	}
	spec.Version = version
	pkg, diagnostics, err := schema.BindSpec(spec, schema.NewPluginLoader(nil), schema.ValidationOptions{})
	if err != nil {
		return nil, err
	}
	if diagnostics.HasErrors() {
		return nil, diagnostics
	}
	// As for every SDK that Pulumi generates into a project: a Go SDK then has a go.mod.
	pkg.SupportPack = true
	return pkg, nil
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
