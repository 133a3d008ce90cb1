/// A few rows in the form of the generator of benchmark data, one file a contract.
enum GeneratedExports {
  static let files: [(name: String, text: String)] = [
    (
      "orders.csv",
      """
      order_id,customer_id,order_date,amount
      O1,C1,2025-01-05,9.50
      O2,C2,2025-03-05,19.50
      O3,C1,2025-11-05,29.50

      """
    ),
    (
      "customers.csv",
      """
      customer_id,segment,region,acquired_on,channel
      C1,SMB,North,2024-01-01,web
      C2,SMB,South,2024-05-01,store

      """
    ),
    (
      "survey.csv",
      """
      response_id,customer_id,date,nps,csat,ces
      R1,C1,2025-11-01,9,5,6
      R2,C2,2025-11-02,3,2,3

      """
    ),
    ("kano.csv", "respondent,feature,functional,dysfunctional\nK1,F1,1,5\n"),
    ("servqual.csv", "respondent,e1,e2,p1,p2\nS1,7,6,5,5\n"),
    ("tickets.csv", "case_id,customer_id,opened_at,resolved_at\nT1,C1,2025-10-01,2025-10-02\n"),
  ]
}
