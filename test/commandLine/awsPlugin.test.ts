import { useProjects } from "../support/project";

const program = `
import * as aws from "@pulumi/aws";

const provider = new aws.Provider("eu", { region: "eu-west-1" });
const parameter = new aws.ssm.Parameter("limits", { type: "String", value: "500" }, { provider });
export const name = parameter.name;
export const arn = parameter.arn;
export const value = parameter.value;
`;

const createProject = useProjects();

test.each(["@pulumi/aws", "@pulumi/aws-v6"])(
  "the AWS plugin for tests serves a program with %s and an explicit provider, without a warning",
  async (aws) => {
    const project = await createProject({ files: { "index.ts": program }, packages: [aws] });
    expect(await project.pulumi("preview")).toMatchObject({ ok: true, stderr: "" });
    expect(await project.pulumi("up")).toMatchObject({ ok: true, stderr: "" });
    expect(await project.outputs()).toMatchObject({ value: "500" });
    const parameter = (await project.state()).find(({ type }) => type === "aws:ssm/parameter:Parameter");
    expect(parameter?.inputs).toMatchObject({ type: "String" });
    expect(await project.pulumi("preview", "--expect-no-changes")).toMatchObject({ ok: true, stderr: "" });
    expect((await project.pulumi("destroy")).ok).toBe(true);
  },
);
