/// Every kind of export that can be read: one line a contract.
package enum Contracts {
  package static let all: [Contract] = [
    .orders, .customers, .survey, .kano, .servqual, .contractPeriods, .invitations, .cases, .costs,
    .rates, .summary,
  ]

  package static func named(_ name: String) -> Contract? { all.first { $0.name == name } }
}
