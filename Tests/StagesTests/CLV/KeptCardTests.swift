import Exports
import Pipeline
import Report
import Statistics
import Testing
import Values

@testable import Stages

/// A card of an earlier run is used until it is due.
@Suite struct KeptCardTests {
  private static let buyers = SimulatedBuyers(
    .mbgNBD, SimulatedBuyers.lively(.mbgNBD), customers: 300, length: 500, seed: 8)

  private static func settings(_ unit: CLVTimeUnit = .week) -> CLVSettings {
    .with {
      $0.fit = .whenDue
      $0.timeUnit = unit
      $0.refitAfter = .init(90)
    }
  }

  /// The measures of a run as the next one gets them.
  private static func previous(_ output: CLVOutput, asOf: Day) -> Source.Previous {
    var measures: [String: Double] = [:]
    for measure in output.english.measures { measures[measure.id] = measure.value }
    return Source.Previous(asOf: asOf, measures: measures)
  }

  private func run(asOf day: Int, _ previous: Source.Previous?) throws -> CLVOutput {
    var source = Self.buyers.source(asOf: day)
    source.previous = previous
    return try CLV.output(source, Self.settings())
  }

  @Test func `a card that is not due is used: the same estimates, today's scores`() throws {
    let first = try run(asOf: 300, nil)
    #expect(first.ladder.reason == .asked)
    let second = try run(
      asOf: 350, Self.previous(first, asOf: SimulatedBuyers.start.adding(days: 300)))
    #expect(second.ladder.reason == .kept(since: SimulatedBuyers.start.adding(days: 300)))
    for id in [
      "r", "alpha", "a", "b", "gamma_gamma.p", "gamma_gamma.q", "gamma_gamma.gamma",
      "log_likelihood", "gamma_gamma.log_likelihood", "card.fitted_on",
    ] {
      #expect(
        abs((second.value(id) ?? .nan) / (first.value(id) ?? .nan) - 1) < 1e-12, "\(id)")
    }
    #expect(second.value("clv") != first.value("clv"))
    // Intervals too: the errors are kept.
    let (one, other) = (first.estimates, second.estimates)
    for (before, after) in zip(one, other) {
      #expect(abs((after.error ?? .nan) / (before.error ?? .nan) - 1) < 1e-9)
    }
    // A third run goes on from the first fit through the second.
    let third = try run(
      asOf: 380, Self.previous(second, asOf: SimulatedBuyers.start.adding(days: 350)))
    #expect(third.ladder.reason == .kept(since: SimulatedBuyers.start.adding(days: 300)))
    #expect(abs((third.value("r") ?? .nan) / (first.value("r") ?? .nan) - 1) < 1e-12)
  }

  @Test func `a card that is due is fitted again, and what moved is told`() throws {
    let first = try run(asOf: 300, nil)
    var previous = Self.previous(first, asOf: SimulatedBuyers.start.adding(days: 300))
    let second = try run(asOf: 395, previous)
    #expect(second.ladder.reason == .asked)
    #expect(second.estimates[0].previous == first.value("r"))
    var measures = previous.measures
    measures["r"] = 10 * (measures["r"] ?? 1)
    previous = Source.Previous(asOf: previous.asOf, measures: measures)
    let drifted = try run(asOf: 395, previous).english.findings.first { $0.id == "clv.drift" }
    #expect(drifted?.sentence.contains("r moved") == true)
  }

  @Test func `what changed since the last run opens the summary`() throws {
    let first = try run(asOf: 300, nil)
    let later = try run(
      asOf: 395, Self.previous(first, asOf: SimulatedBuyers.start.adding(days: 300)))
    let finding = try #require(later.english.findings.first { $0.id == "clv.change" })
    let (before, now) = (first.value("clv") ?? .nan, later.value("clv") ?? .nan)
    #expect(finding.isLead)
    #expect(finding.severity == (now < before ? .warning : .good))
    #expect(abs(finding.weight - abs(now - before)) < 1e-6)
  }

  @Test func `a card that is not whole is not used`() throws {
    let first = try run(asOf: 300, nil)
    let asOf = SimulatedBuyers.start.adding(days: 300)
    for missing in ["alpha", "card.covariance.r.r", "card.model.mbg_nbd", "card.fitted_on"] {
      var measures = Self.previous(first, asOf: asOf).measures
      measures[missing] = nil
      let again = try run(asOf: 350, Source.Previous(asOf: asOf, measures: measures))
      #expect(again.ladder.reason == .asked, "\(missing)")
    }
  }
}
