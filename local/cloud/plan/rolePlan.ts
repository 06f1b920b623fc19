/** An IAM policy document as the template has it, less the resources that are not run. */
export type PolicyDocument = Record<string, unknown>;

export type RolePlan = {
  name: string;
  arn: string;
  /** Services that may take the role, e.g. `lambda.amazonaws.com`. */
  trustedServices: string[];
  policies: PolicyDocument[];
};

export type ManagedPolicyPlan = { arn: string; document: PolicyDocument };
