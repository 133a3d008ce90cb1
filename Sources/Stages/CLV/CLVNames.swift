import Report
import Statistics
import Values

extension PurchaseModel {
  /// As people write it.
  var title: Phrase {
    switch self {
    case .mbgNBD: Phrase("MBG/NBD", "MBG/NBD")
    case .bgNBD: Phrase("BG/NBD", "BG/NBD")
    case .paretoNBD: Phrase("Pareto/NBD", "帕累托/NBD")
    case .nbd: Phrase("NBD", "NBD")
    case .bgBB: Phrase("BG/BB", "BG/BB")
    }
  }
}

extension Wording {
  /// A parameter by its symbol; a covariate by the property and the level.
  func parameter(_ name: String) -> String {
    switch name {
    case "alpha": return "α"
    case "beta": return "β"
    case "gamma": return "γ"
    case "delta": return "δ"
    default: break
    }
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2, let equals = parts[1].lastIndex(of: "=") else { return name }
    let level = String(parts[1][parts[1].index(after: equals)...])
    let path = parts[1][..<equals].split(separator: ".").map(String.init)
    let property = path.last ?? ""
    let title = CustomerDimension(rawValue: property).map { self($0.title) } ?? property
    let symbol = path.count > 1 ? " \(path[0])" : ""
    let part =
      parts[0] == "purchase"
      ? Phrase("purchasing", "购买速率") : Phrase("dropout", "流失")
    let shown = level == CustomerCovariates.other ? self(Phrase("other", "其他")) : level
    return "\(self(part))\(symbol), \(title)=\(shown)"
  }
}

extension FitFailure {
  /// Why there is no fit, in words.
  func words(_ wording: Wording) -> String {
    switch self {
    case .notEnoughData(_, let repeaters, let needed):
      wording(
        CLVPhrases.whyFew, ["repeaters": .count(repeaters), "needed": .count(needed)])
    case .noVariation: wording(CLVPhrases.whyNoVariation)
    case .notSupported: wording(CLVPhrases.whyNotSupported)
    case .noMaximum: wording(CLVPhrases.whyNoMaximum)
    }
  }
}
