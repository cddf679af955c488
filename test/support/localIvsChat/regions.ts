/** The regions in which the service is available. In other regions, its host names do not resolve. */
export const regions: readonly string[] = [
  "us-east-1",
  "us-west-2",
  "ap-south-1",
  "ap-northeast-1",
  "ap-northeast-2",
  "eu-central-1",
  "eu-west-1",
];
