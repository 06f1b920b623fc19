/** A function that every start calls and waits for, as every deployment does. */
export type DeploymentCallPlan = { functionArn: string };
