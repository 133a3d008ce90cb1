package import Pipeline
import Values

extension Basket {
  package static var method: [Method] {
    [
      Method(
        title: Phrase("Support", "支持度"),
        formula: "s(A) = n(A) / n",
        meaning: Phrase(
          "The share of the n baskets that have all products of A. Every set of products in enough baskets is found, up to the length of the settings.",
          "在 n 个购物篮中同时含有 A 全部产品的占比。在设定长度以内，凡达到门槛的项集均会找出。"),
        source:
          "Agrawal, Imieliński & Swami, Mining association rules between sets of items in large databases, SIGMOD 1993; search: Uno, Kiyomi & Arimura, LCM ver. 2, FIMI 2004"
      ),
      Method(
        title: Phrase("Confidence and lift", "置信度与提升度"),
        formula: "c = s(A ∪ B) / s(A);  L = c / s(B)",
        meaning: Phrase(
          "c: of the baskets with A, the share that has B too; L: how many times as often as in all baskets. 1 means that nothing ties the two.",
          "c：含 A 的篮中同时含 B 的占比；L：相当于全部购物篮中的多少倍，1 表示两者无关。"),
        source:
          "Agrawal, Imieliński & Swami 1993; Brin, Motwani, Ullman & Tsur, Dynamic itemset counting and implication rules for market basket data, SIGMOD 1997"
      ),
      Method(
        title: Phrase("Leverage and conviction", "杠杆值与确信度"),
        formula: "l = s(A ∪ B) − s(A) s(B);  v = (1 − s(B)) / (1 − c)",
        meaning: Phrase(
          "l: the share of baskets beyond what chance brings; v: how much oftener A would stand without B if nothing tied them, infinite where it never does.",
          "l：超出偶然水平的篮数占比；v：若两者无关，A 单独出现会多出多少倍；从不单独出现时为无穷大。"),
        source:
          "Piatetsky-Shapiro, Discovery, analysis, and presentation of strong rules, 1991; Brin et al. 1997"
      ),
      Method(
        title: Phrase("Zhang's measure", "张氏指标"),
        formula: "z = l / max(s(A ∪ B)(1 − s(A)), s(A)(s(B) − s(A ∪ B)))",
        meaning: Phrase(
          "1 where the two always go together, 0 where nothing ties them, −1 where they shun each other.",
          "1 表示总是同时出现，0 表示无关，−1 表示互相排斥。"),
        source:
          "Yan, Zhang & Zhang, Confidence metrics for association rule mining, Applied Artificial Intelligence 23(8), 2009"
      ),
      Method(
        title: Phrase("Chance", "偶然性检验"),
        formula: "p = Σ_{k ≥ n(A ∪ B)} C(n(A), k) C(n − n(A), n(B) − k) / C(n, n(B))",
        meaning: Phrase(
          "Fisher's exact test, one-sided: the probability of as many baskets with both by chance. The p-values of all rules of the frequent sets are adjusted together by Benjamini and Hochberg; rules above the limit are not shown.",
          "费希尔精确检验（单侧）：偶然出现同样多或更多篮数的概率。频繁项集给出的全部规则一并用 BH 法校正，超过限值者不列示。"),
        source:
          "Fisher, The logic of inductive inference, JRSS 98(1), 1935; Benjamini & Hochberg, Controlling the false discovery rate, JRSS B 57(1), 1995"
      ),
      Method(
        title: Phrase("Redundant rules", "冗余规则"),
        formula: "c(A′ → B) ≥ c(A → B),  A′ ⊂ A",
        meaning: Phrase(
          "A rule says nothing new where fewer products on the left give the same confidence, or where one of them adds no more than chance: Fisher's test among the baskets with the others. The greater of that p and the rule's own is adjusted.",
          "前项更少而置信度不低，或某一前项产品的增益不超出偶然（在含其余前项的篮中作费希尔检验）时，规则没有新信息。取该 p 值与规则自身 p 值的较大者校正。"),
        source:
          "Bayardo, Agrawal & Gunopulos, Constraint-based rule mining in large, dense databases, Data Mining and Knowledge Discovery 4, 2000; Webb, Discovering significant patterns, Machine Learning 68(1), 2007"
      ),
      Method(
        title: Phrase("Next product", "下一个产品"),
        formula: "max c(A → B),  A ⊆ P,  B ∉ P",
        meaning: Phrase(
          "P: what the customer has bought. The product of the rule with the highest confidence whose left side is in P and whose right side is not. A customer to whom no rule fits gets none.",
          "P：客户已购产品。取前项均在 P 中而后项不在的规则，以置信度最高者推荐。无适用规则的客户不作推荐。"),
        source: "–"),
    ]
  }
}
