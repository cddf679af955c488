import { proxyFor } from "../../src/aws/http/proxy";

const proxy = "http://proxy:3128";
const via = (url: string, noProxy = "", settings = {}, environment = {}) => {
  const { protocol, hostname, port } = new URL(url);
  return proxyFor(
    { protocol, hostname, port: port === "" ? undefined : Number(port) },
    { httpsProxy: proxy, ...(noProxy === "" ? {} : { noProxy }), ...settings },
    environment,
  );
};

describe("the proxy for a request", () => {
  test.each([
    ["https://ivschat.eu-west-1.amazonaws.com", "", proxy],
    ["https://ivschat.eu-west-1.amazonaws.com", "*", undefined],
    ["https://ivschat.eu-west-1.amazonaws.com", "amazonaws.com", undefined],
    ["https://ivschat.eu-west-1.amazonaws.com", ".amazonaws.com", undefined],
    ["https://ivschat.eu-west-1.amazonaws.com", "*.amazonaws.com", undefined],
    ["https://ivschat.eu-west-1.amazonaws.com", "IVSCHAT.eu-west-1.amazonaws.com", undefined],
    ["https://ivschat.eu-west-1.amazonaws.com", " example.com , amazonaws.com", undefined],
    ["https://ivschat.eu-west-1.amazonaws.com", "amazonaws.com:443", undefined],
    ["https://ivschat.eu-west-1.amazonaws.com", "amazonaws.com:8443", proxy],
    ["https://ivschat.eu-west-1.amazonaws.com", "notamazonaws.com", proxy],
    ["https://notamazonaws.com", "amazonaws.com", proxy],
    ["https://amazonaws.com", ".amazonaws.com", proxy],
    ["https://10.1.2.3", "10.0.0.0/8", undefined],
    ["https://11.1.2.3", "10.0.0.0/8", proxy],
    ["https://10.1.2.3", "10.0.0.0/99", proxy],
    ["https://10.1.2.3", "10.0.0.0/", proxy],
    ["https://10.1.2.3", "10.0.0.0/x,10.1.2.3", undefined],
    ["https://10.1.2.3", "300.0.0.0/8", proxy],
    ["https://[fd00::1]", "fd00::/129", proxy],
    ["https://10.1.2.3:8443", "10.1.2.3", undefined],
    ["https://[fd00::1]", "fd00::/8", undefined],
    ["https://[fd00::1]", "fd00::1", undefined],
    ["https://[fe00::1]", "fd00::/8", proxy],
    ["https://10.1.2.3", "fd00::/8", proxy],
    ["https://localhost:4570", "", undefined],
    ["https://127.0.0.1:4570", "", undefined],
    ["https://[::1]:4570", "", undefined],
  ])("to %s with noProxy %j is %s", (url, noProxy, expected) => {
    expect(via(url, noProxy)).toBe(expected);
  });

  test.each([
    ["https", {}, { HTTPS_PROXY: proxy }, proxy],
    ["https", {}, { https_proxy: proxy }, proxy],
    ["https", {}, { HTTP_PROXY: proxy }, undefined],
    ["https", {}, { HTTPS_PROXY: proxy, NO_PROXY: "example.com" }, undefined],
    ["https", {}, { HTTPS_PROXY: "" }, undefined],
    ["http", {}, { HTTP_PROXY: proxy }, proxy],
    ["http", {}, { HTTPS_PROXY: proxy }, undefined],
    ["https", { httpProxy: proxy }, {}, proxy],
    ["https", { httpProxy: "http://other", httpsProxy: proxy }, {}, proxy],
    ["http", { httpsProxy: proxy }, {}, undefined],
    ["https", { httpsProxy: proxy }, { HTTPS_PROXY: "http://other" }, proxy],
    ["https", { httpsProxy: "proxy:3128" }, {}, proxy],
    ["https", { httpsProxy: proxy, noProxy: "else.com" }, { NO_PROXY: "example.com" }, proxy],
  ])(
    "to an %s URL with the settings %j and the environment %j is %s",
    (scheme, settings, environment, expected) => {
      expect(via(`${scheme}://example.com`, "", { httpsProxy: undefined, ...settings }, environment)).toBe(
        expected,
      );
    },
  );
});
