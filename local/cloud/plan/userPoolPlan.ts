/** One Cognito user pool with what its groups and clients add to it. */
export type UserPoolPlan = {
  id: string;
  arn: string;
  /** Custom attributes as tokens name them: `custom:property_ids`. */
  attributes: string[];
  groups: string[];
  clients: { id: string; name: string; machine: boolean }[];
};
