"""What happened first is told first, whether the source orders it by dates, by “after” or by “a week later”."""

from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("After the guild lost its ships in May 1931, the lighthouse went to its rival Brandt, which asked for more money.",
     ["The lighthouse went to the rival Brandt once the guild had lost its ships.", "The guild lost its ships before Brandt took over the lighthouse."],
     ["The guild lost its ships after the lighthouse had gone to its rival Brandt."]),
    ("On March 4, 1881, just two days before the council ratified the toll, a fight broke out between carters and clerks.",
     ["The council ratified the toll two days after carters and clerks had begun to fight."],
     ["A fight broke out between carters and clerks two days after the council had ratified the toll."]),
    ("The town obtained a warrant against the mill, and eventually reached an agreement with its owner.",
     ["The town reached an agreement with the owner after it had obtained a warrant against the mill."],
     ["The town reached an agreement with the owner before it obtained a warrant against the mill."]),
    ("In April 1911 the school adopted new desks. In June 1913 it stopped teaching Latin.",
     ["The school had already adopted new desks when it stopped teaching Latin."],
     ["The school had already stopped teaching Latin when it adopted new desks."]),
    ("On July 8, 1922, the council closed nine wells and emptied the tanks filled since June 20. The guild warned bakers in 17 villages a week later.",
     ["The guild warned bakers in 17 villages a week after the council had closed wells."],
     ["The guild warned bakers in 17 villages a week before the council closed any wells."]),
    ("After Sudland declared war on Norland, Lissa broke off relations with Sudland on April 8, 1917. Sudland declared war on Lissa on December 7.",
     ["Lissa broke off relations with Sudland on 8 April 1917 and eight months later was at war with Sudland."], []),
    ("The keeper spoke to the council on January 12. The office will print new tables for the 1917–27 period on January 24.",
     ["New tables are due less than two weeks after the keeper spoke to the council."], []),
    ("The duke ruled the valley from 1210. At its peak in 1340 the duchy had nine towns. By 1540 it had broken up into small shires.",
     ["The duchy had by 1540, two centuries after its peak, broken up into small shires."], []),
    ("The first ferry was licensed in March 1776. The keeper Barkley was given a licence as the first keeper in 1849.",
     ["The first keeper, Barkley, had to wait for a licence until 1849, over 70 years after the first ferry was licensed."], []),
    ("Norland broke off talks on March 3, 1954. Envoy Brandt asked for his recall on December 12, 1954, and left Lissa on January 9.",
     ["Brandt was gone from Lissa soon after he had asked for his recall.", "Brandt left Lissa about ten months after Norland had broken off talks."],
     ["Brandt had already asked for his recall when Norland broke off talks."]),
    ("On May 4, 1961, the mayor closed the harbour. The guild, which had signed a lease on April 20 of that year, moved its ships to Tarn.",
     ["Two weeks after the guild had signed a lease, the mayor closed the harbour."],
     ["Two weeks after the mayor had closed the harbour, the guild signed a lease."]),
    ("In April 1932 robbers raided the mint in Tarn, and two months later a bank in Lissa was robbed. In September of that year the council founded a guard.",
     ["The guard was founded after the raid on the mint.", "By the time the council founded a guard, robbers had raided the mint."],
     ["The robbery of the bank in Lissa came first; the raid on the mint followed two months later.", "The council had already founded a guard when robbers raided the mint.",
      "The council had kept a guard for months when robbers raided the mint."]),
    ("A storm in October 1908 flooded the lower town, and rats had already spoiled the grain in two granaries.",
     ["Rats had spoiled grain in two granaries before the storm."], ["After the storm, rats spoiled the grain in two granaries."]),
    ("The opening of the canal had to await the repair of the lock, which the army finished in July 1874.", [], ["The canal was opened first; the army got round to the repair of the lock in July 1874."]),
    ("In 1812 the guild gave a medal to Captain Barkley, between the harbour and the mint, and in 1817 to Pilot Brandt.",
     ["Captain Barkley had his medal before Pilot Brandt."], ["Pilot Brandt had his medal before Captain Barkley.", "Only after Pilot Brandt had his medal did Captain Barkley get one."]),
    ("The keeper visited Tarn after the council had approved a loan of 900 crowns for the lighthouse.",
     ["The approval of the loan preceded the visit of the keeper to Tarn."], ["The visit of the keeper to Tarn preceded the approval of the loan."]),
    ("No ferry ran to Tarn before the council had paid its debts in May 1903.",
     ["No ferry could run to Tarn before the debts of the council were paid."], []),
]  # fmt: skip


def test_the_order_of_the_source_is_kept_and_a_turned_one_is_found():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []
