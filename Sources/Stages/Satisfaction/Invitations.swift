import Values

/// Who was asked to answer, and who of them did.
///
/// An invitation is a customer in a wave: further ones of the same customer in the same wave are
/// reminders, and the first says how it was sent. It is answered where that customer has a response
/// in that wave; without waves in both exports, where the customer has a response at all.
struct Invitations: Sendable {
  struct Count: Sendable {
    var invited = 0
    var answered = 0
  }

  /// Whether customers are matched within their wave.
  let isByWave: Bool
  /// Whether the invitations state waves.
  let hasWaves: Bool
  /// Chronological; one without a name where there are none.
  let waves: [String]
  /// Empty where the export has no modes; the last without a name for those not stated.
  let modes: [String]
  /// By wave, then mode (one where there are none).
  private(set) var counts: [[Count]]
  /// Responses that no invitation stands for.
  private(set) var uninvited = 0
  /// Invitations without a customer: nobody can say whether they were answered.
  private(set) var nameless = 0

  /// nil where one of the exports names no customers or nobody was invited.
  init?(_ invitations: DataTable, _ survey: DataTable) {
    guard case .text(let invited)? = invitations.values("customer_id"),
      case .text(let answering)? = survey.values("customer_id"), invited.count > 0
    else { return nil }
    let sent = SurveyGroups(invitations, nil, by: [.mode])
    let came = SurveyGroups(survey, nil, by: [])
    isByWave = sent.waves != nil && came.waves != nil
    hasWaves = sent.waves != nil
    waves = sent.waves?.labels ?? [""]
    modes = sent.dimensions.first?.groups.labels ?? []
    counts = [[Count]](
      repeating: [Count](repeating: Count(), count: max(1, modes.count)), count: waves.count)

    var customers = TextIndex()
    /// Which invitation each customer has in a wave, by `Key`.
    var pairs: [UInt64: Int] = [:]
    var first: [(wave: Int, mode: Int, day: Int32)] = []
    let waveCodes = sent.waves?.codes
    let modeCodes = sent.dimensions.first?.groups.codes
    let days: [Int32]? =
      if case .day(let days)? = invitations.values("date") { days } else { nil }
    var nameless = 0
    invited.forEachRow { row, bytes in
      guard !bytes.isEmpty else {
        nameless += 1
        return
      }
      let customer = customers.intern(bytes)
      let wave = waveCodes.map { Int($0[row]) } ?? 0
      let mode = modeCodes.map { Int($0[row]) } ?? 0
      let day = days?[row] ?? .min
      let key = Self.key(customer, isByWave ? wave : 0)
      guard let known = pairs[key] else {
        pairs[key] = first.count
        first.append((wave, mode, day))
        return
      }
      let other = first[known]
      if (day, wave, mode) < (other.day, other.wave, other.mode) {
        first[known] = (wave, mode, day)
      }
    }
    self.nameless = nameless
    var isAnswered = [Bool](repeating: false, count: first.count)
    let waveOf = Self.positions(of: came.waves?.labels ?? [""], in: waves)
    var uninvited = 0
    answering.forEachRow { row, bytes in
      let customer = bytes.isEmpty ? -1 : customers.find(bytes)
      let wave = isByWave ? waveOf[came.waves.map { Int($0.codes[row]) } ?? 0] : 0
      if customer >= 0, wave >= 0, let pair = pairs[Self.key(customer, wave)] {
        isAnswered[pair] = true
      } else {
        uninvited += 1
      }
    }
    self.uninvited = uninvited
    for (pair, place) in first.enumerated() {
      counts[place.wave][place.mode].invited += 1
      if isAnswered[pair] { counts[place.wave][place.mode].answered += 1 }
    }
  }

  private static func key(_ customer: Int32, _ wave: Int) -> UInt64 {
    UInt64(UInt32(bitPattern: customer)) << 32 | UInt64(wave)
  }

  /// The place of each label among others; -1 for none.
  private static func positions(of labels: [String], in others: [String]) -> [Int] {
    labels.map { label in others.firstIndex(of: label) ?? -1 }
  }
}
