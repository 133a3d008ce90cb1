import Exports
import Pipeline
import Report
import Values

extension RFMReport {
  /// Method, policy and source, below the tables.
  var notes: [Note] {
    let settings = output.settings
    let input = output.input
    let binCount: Wording.Argument = .count(bins)
    var notes = [
      Note(
        .method,
        wording(RFMPhrases.noteDirection, ["bins": binCount, "day": .day(input.asOf)])),
      Note(
        .method,
        wording(settings.frequency == .orders ? RFMPhrases.noteOrders : RFMPhrases.noteDays)),
      Note(
        .method,
        wording(settings.monetary == .total ? RFMPhrases.noteTotal : RFMPhrases.noteAverage)),
      Note(.method, wording(binningPhrase, ["bins": binCount])),
      Note(.method, segmentNote),
      Note(.method, weightNote),
      Note(.method, wording(RFMPhrases.noteDistance)),
      Note(.policy, wording(refundsPhrase)),
      Note(.policy, wording(RFMPhrases.noteZero)),
      Note(.policy, wording(RFMPhrases.noteSameDay)),
      Note(
        .policy,
        wording(
          RFMPhrases.noteRoles,
          [
            "risk": .text(names(of: .atRisk, withCustomers: false)),
            "best": .text(names(of: .best, withCustomers: false)),
          ])),
      Note(
        .policy,
        wording(
          RFMPhrases.noteSeverity,
          ["alarm": .share(Self.alarmShare), "warning": .share(Self.warningShare)])),
    ]
    if input.customersWithoutPurchase > 0 {
      notes.append(
        Note(
          .policy,
          wording(RFMPhrases.noteWithout, ["customers": .count(input.customersWithoutPurchase)])))
    }
    if input.rowsAfterAsOf > 0 {
      notes.append(
        Note(
          .policy,
          wording(
            RFMPhrases.noteAfter,
            ["rows": .count(input.rowsAfterAsOf), "day": .day(input.asOf)])))
    }
    notes += warnings.map { Note(.caution, $0) }
    notes.append(Note(.source, source))
    return notes
  }

  private var binningPhrase: Phrase {
    switch output.settings.binning {
    case .quantiles:
      output.settings.cuts == .plusOne ? RFMPhrases.notePlusOne : RFMPhrases.noteQuantiles
    case .equalCount: RFMPhrases.noteEqualCount
    case .nested: RFMPhrases.noteNested
    case .fixed: RFMPhrases.noteFixed
    case .naturalBreaks: RFMPhrases.noteNatural
    }
  }

  private var refundsPhrase: Phrase {
    switch output.settings.refunds {
    case .net: RFMPhrases.refundsNet
    case .separate: RFMPhrases.refundsSeparate
    case .ignore: RFMPhrases.refundsIgnore
    }
  }

  private var segmentNote: String {
    switch output.settings.segments {
    case .named(.eleven): wording(RFMPhrases.noteEleven)
    case .named(.eight):
      wording(
        RFMPhrases.noteEight,
        [
          "r": .level(output.means[0]), "f": .level(output.means[1]),
          "m": .level(output.means[2]),
        ])
    case .own: wording(RFMPhrases.noteOwn)
    }
  }

  private var weightNote: String {
    let weights = output.settings.weights
    return wording(
      RFMPhrases.noteWeights,
      [
        "r": .share(weights.r / weights.sum), "f": .share(weights.f / weights.sum),
        "m": .share(weights.m / weights.sum),
      ])
  }

  private var source: String {
    let general = "Hughes, Strategic database marketing, 1994"
    return switch output.settings.binning {
    case .quantiles, .nested:
      general
        + "; Hyndman & Fan, Sample quantiles in statistical packages, The American Statistician 50(4), 1996, definition 7"
    case .equalCount, .fixed: general
    case .naturalBreaks:
      general
        + "; Fisher, On grouping for maximum homogeneity, JASA 53(284), 1958; Jenks, The data model concept in statistical mapping, 1967"
    }
  }
}
