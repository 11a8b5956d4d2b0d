"""Sentences that say nothing of the matter: notices, navigation, addresses, what a page asks its reader to do.

A rule here reads a whole sentence, wherever it stands; `sources.boilerplate` judges short paragraphs
by their place. What is silenced is listed with its reason, and the quotes of the whole text stay.
"""

from __future__ import annotations

import re

_RULES = tuple(
    (reason, re.compile(pattern, re.IGNORECASE))
    for reason, pattern in (
        (
            "a copyright notice",
            (r"©|\ball rights reserved\b|\bcopyrighted property\b|\b(?:permission must be obtained|without permission)\b.{0,60}\b(?:re-?print|reproduc|re-?publi)\w*|\bre-?printing\b.{0,40}\bwithout permission\b|\bcopyright(?:ed)?\b.{0,90}\b(?:protection|material|holder|notice|law|permission|reserved|owner)"
            r"|\b(?:may|can) be (?:freely )?(?:reproduced|republished|reprinted|redistributed|copied|re-?used)\b"
            r"|\blicen[cs]ed under\b|\bcreative commons\b|\bopen government licen[cs]e\b|\bISBN\b|\bISSN\b"),
        ),
        (
            "a disclaimer",
            (r"\b(?:views|opinions|findings|interpretations|conclusions)\b.{0,80}\b(?:do not|does not|should not|may not) (?:necessarily )?(?:reflect|represent|be (?:attributed|relied))"
            r"|\bdisclaim(?:s|er|ed)?\b|\bno (?:warranty|liability|responsibility)\b|\bnot be (?:held )?(?:liable|responsible) for\b"
            r"|\b(?:is|are) (?:provided|intended) (?:for (?:general )?information(?:al)? (?:purposes )?only|as is)\b"
            r"|\bshould not be (?:relied upon|construed as)\b|\bnot (?:legal|financial|medical|professional) advice\b"
            r"|\b(?:were|was|is|are) prepared by the (?:congressional research service|library of congress)\b"
            r"|\bexamines the use of public funds\b|\b(?:makes?|made) (?:\w+ )?contributions? to this (?:report|statement|testimony)\b"
            r"|\bserves as nonpartisan shared staff\b|\bscope of public (?:domain|understanding)\b.{0,60}\bfederal works?\b"
            r"|\bas a work of the united states government\b|\bwork of the united states government\b"),
        ),
        (
            "says who made the document",
            (r"^the case (?:was|is being) (?:also )?(?:investigated|prosecuted|handled) by\b|^this is a summary of what was said\b|^(?:the|this) (?:press|news|media) release (?:was )?(?:issued|published) by\b|^the (?:staff|members|officials) who worked on\b|\bin footnotes refers? to\b|^(?:statement|speech|remarks|address) by [A-Z][^.]{3,160}\b(?:at|to|before|during) the\b[^.]*\.$"
            r"|^(?:this (?:report|paper|note|document|briefing|publication|page|article|fact ?sheet|text|version) (?:was|is|has been) (?:prepared|written|compiled|produced|published|updated|translated|reviewed|edited|issued)\b"
            r"|(?:prepared|written|compiled|edited|reported|translated|photographs?|photo|image|illustration|graphic|map|cover(?: photo)?)(?: credit)? ?(?:by|:|courtesy)\s|reporting by\b|editing by\b)"
            r"|^(?:author|contact|editor|media contact|press contact|for (?:more|further) information|for (?:press|media) (?:inquiries|enquiries))\b.{0,120}[:@]"),
        ),
        (
            "a caption of a picture",
            r"^(?:an? |the )?(?:snapshot|screenshot|photo(?:graph)?|picture|image|illustration) (?:of|showing)\b(?!.*\b(?:is|are|was|were|shows?|has|have)\b)|\((?:(?:at |second |third |from |far )?(?:left|right|centre|center)|pictured|seated|standing|front row|back row)\b[^()]{0,30}\)|\bpictured (?:above|below|here|left|right)\b",
        ),
        (
            "greets, thanks or congratulates",
            r"^(?:the )?authors? (?:(?:is|are|wish(?:es)? to|would like to|gratefully|also) )*(?:grateful|indebted|thankful|thanks?|acknowledges?)\b|^(?:(?:financial|funding|grant) support|funding) (?:for \w+ \w+ )?was (?:provided|received)|^good (?:morning|afternoon|evening)\b|\bwhere I(?:[’']d| would) like to (?:begin|start)\b|^(?:the )?(?:[\w’']+ ){1,9}would like to thank\b|\bthank(?:s|ed) (?:the )?[A-Z].{0,160}\b(?:cooperation|assistance|partnership|help|support|work)\b|\bcongratulat\w+ (?:you|your)\b|\b(?:thank|thanks to) (?:you|your)\b|\bappreciation to (?:you|your)\b|^(?:I|we) (?:also |would like to |wish to )?(?:thank|congratulate|welcome you)\b|^(?:I|we) (?:would like to |wish to |also )?(?:express|extend|offer) (?:my|our) (?:\w+ )?(?:thanks|gratitude|appreciation|condolences|congratulations)\b|^it is (?:an honou?r|a pleasure|a privilege)\b",
        ),
        (
            "answers what is not with it",
            r"^(?:we|(?:the )?[\w ’‘']{2,40}?) (?:fully |broadly |partly )?(?:agrees?|accepts?|notes?|welcomes?|rejects?)(?: with)? (?:this|the|these|all) (?:[\w‘’']+ ){0,3}(?:conclusions?|recommendations?|findings?|points?)\.?$",
        ),
        (
            "announces what follows",
            r"^this (?:appendix|annex|section|clause|note) is (?:informative|normative|non-?normative)\b|\bwill be (?:notified|informed|advised) of (?:any |further )?(?:updates?|changes|developments)\b|^we look forward to (?:sharing|hearing|publishing|welcoming|seeing|your)\b|^(?:this|the) (?:post|piece|update|thread|newsletter) (?:will )?(?:discuss|cover|address|explain|describe|outline)(?:e?s)?\b|^the following (?:\w+ ){0,2}(?:quotes?|quotations?|extracts?|excerpts?|remarks) (?:are|is|were)\b|^what follows\b",
        ),
        (
            "a list of persons",
            (r"^(?:present|participants|attendees|in attendance|(?:also )?attended by|apologies|members present|list of (?:participants|attendees|speakers))\b\s?:"
            r"|(?:\b(?:Mrs?|Ms|Dr|Prof|H\.?E|Hon|Sir|Dame|Amb|Gen|Rep|Sen)\.? [A-Z][^;:]{3,70}[,;] (?:and )?){3,}"
            r"|\b(?:attended|joined|accompanied|chaired|facilitated|represented) by:? (?:[A-Z][^,;]{3,50}[,;] (?:and )?){4,}"),
        ),
        (
            "marked as without a source",
            r"\[(?:citation|clarification|verification|page|year) needed\]|\[(?:when|who|by whom|which|where|according to whom|dubious|original research)\??\]",
        ),
        (
            "a version or a page date",
            (r"^(?:version|revision|rev\.?|edition|release|build)\s?\d|^(?:last |page |first )?(?:updated|modified|reviewed|published|posted|accessed|retrieved|archived)\b(?: on\b|:)"
            r"|^(?:this page|this article|this entry) (?:was last|is updated|contains)\b"),
        ),
        (
            "navigation",
            (r"^for (?:a|the|more) (?:full|complete|detailed|entire|further)?\s?(?:list|details|description|account|overview|version)\b.{0,80}\b(?:see|check|visit|refer|consult|read)\b|\(more\)\W*$|\bsee (?:here|this (?:page|post|link|section|write-?up|article))\b|^(?:skip to|jump to|back to (?:top|home)|read (?:more|also|next|the full)|see (?:also|more)|click (?:here|on|the)|learn more|view (?:all|more|the)|download (?:the|this|pdf|our)|share (?:this|on)|print this|sign (?:up|in)|log ?in|table of contents)\b"
            r"|\bclick (?:here|the (?:link|button))\b|\byou can (?:find|read|download|view) (?:more|the)\b.{0,60}\b(?:here|website|page|link)\b"
            r"|\bembed code\b|\bdownload(?:ed)? (?:the data|from the link|our app|it from)\b|\bavailable (?:at|from|on|online at):? ?(?:https?://|www\.|(?:the |our |its )[\w ]{0,50}\bweb ?site\b)"),
        ),
        (
            "asks the reader for something",
            (r"\b(?:subscribe|sign up|register now|donate|support us|follow us|join us|contact us|write to us|email us|call us)\b(?!ed)"
            r"|\b(?:for|to (?:get|obtain|find)) (?:more|further|additional) information,? (?:about|on|please|visit|contact|see|call|go|,)"
            r"|^you (?:may|can|must|should|could|will need to)\b|^follow the (?:instructions|link)\b"
            r"|\bfastest and easiest way\b|^orders may be (?:paid|placed)\b|^rsvp\b|\b(?:can be|are|is) (?:(?:found|available|listed|viewed|downloaded|read|accessed)[/ ]?(?:and |or )?){1,3} here\b|^here (?:we|is how|are)\b|\bmay be found on the last page\b|\b(?:report|statement) (?:will be|is) available at no charge\b|^this report formally conveys\b|^contact points? for\b|\bprice of each\b.{0,40}\bpublication\b"
            r"|\bcopies of\b.{0,60}\b(?:at no cost|free of charge)\b|^(?:connect|stay in touch) with\b|\bexists to support congress\b"
            r"|^(?:do not|complete|check|fill (?:in|out)) (?:the|this|all|any|each|individuals|identify|write|use|include)\b|^if [“\"]?yes\b"
            r"|^please\b|\bplease (?:visit|contact|see|note|call|click|send|email|e-mail|fill|turn off|consult)\b"
            r"|\b(?:send|submit|address) (?:your|all|any|written) (?:comments|questions|requests|correspondence)\b"
            r"|\b(?:telephone|phone|fax|tel\.?|e-?mail)\s?(?:number)?\s?[:(+]?\s?[\d(+]"
            r"|\b\d{3}[-–. ]\d{3}[-–. ]\d{4}\b|\(\d{3}\) ?\d{3}[-–]\d{4}|\b[\w.+-]+@[\w-]+\.\w{2,}\b"),
        ),
        (
            "tells of the file of a procedure, or how to comment on it",
            (r"\bdockets?\b.{0,80}\b(?:contains?|examine|available|internet|in person)\b|\bcomments?\b.{0,40}\b(?:will be available|received,? without change|closing date|period)\b"
            r"|\b(?:listed|given|shown) (?:above|below)\b|\b(?:in|under) the ADDRESSES\b|\binvites? you to (?:participate|comment)\b|\bmust receive comments\b"),
        ),
        (
            "says how far the document reaches, not what it says",
            (r"^[\w ]{3,40} (?:(?:are|is) required to|must|shall) comply with (?:these|this|such|all|[\w-]+-developed) \w+(?: \w+)?\.$"
            r"|^all other (?:provisions|terms|requirements|conditions|articles|sections)\b.{0,80}\b(?:remains?|applicable|unchanged)\b"),
        ),
        (
            "an event to come, announced to the reader",
            r"^registration\b.{0,60}\b(?:is|are) (?:now )?open\b|\b(?:will be|is) streamed\b|\btickets? (?:are|is|can)\b",
        ),
        (
            "an entry of a reference list",
            (r"\([A-Z][^():]{1,40}[:,] [^()]{0,40}\b(?:19|20)\d\d\)[.;]?(?:$| and )"
            r"|^[A-Z][^:.]{2,60}: [A-Z][^.:;]{2,60}, (?:19|20)\d\d\.$"
            r"|^\w+, [A-Z]\.(?: ?[A-Z]\.)* (?:\(|“)|\bvol\. \d|\d+(?::\d+)? \([^()]*(?:19|20)\d\d\)[:,] ?\d|\bpp\. \d|\bdoi\b|\bop\. cit\b|\bibid\b"),
        ),
        (
            "tells how the document was made",
            (r"^we (?:conducted|performed|carried out|did) (?:our|this|the) (?:[\w-]+ ){0,2}(?:review|audit|work|study|evaluation|survey|analysis)\b"
            r"|^(?:to \w[^.]{5,190}, |on [^,.]{4,20}, \d{4}, |in [^,.]{4,20}, |also, |further, |for example, )?we (?:also |then |further )?(?:talked|surveyed|corresponded|conducted (?:\w+ ){0,3}(?:interviews|surveys|analyses|reviews)|determined (?:that )?the data|are sending copies|analy[sz]ed|reviewed|examined|interviewed|searched|selected|assessed|compared|used (?:the following|these|this)|excluded|exclude|briefed|provided a (?:draft|copy)|requested comments|asked (?:agency )?officials|obtained (?:and|documents|data)|spoke with|visited \d|identified \d+ (?:\w+ )?(?:studies|documents|reports))\b"
            r"|^to (?:examine|assess|determine|estimate|evaluate|identify|describe|compare|measure|calculate)\b.{5,200}, [A-Z][\w ]{1,50} (?:analy[sz]ed|used|reviewed|examined|collected|surveyed|interviewed)\b"
            r"|\b(?:was|were) used to (?:obtain|calculate|estimate|compute|derive|classify|determine)\b|\bcalculations? (?:was|were) (?:restricted|limited)\b|\b(?:was|were) (?:classified|coded|categori[sz]ed) according to\b|\bused as an indicator of\b|\bwere not (?:examined|analy[sz]ed)\b|\b(?:approach|method|analys[ie]s|technique)(?:e?s)? (?:was|were) (?:used|conducted|performed|carried out|applied)\b"
            r"|^(?:a|the) (?:congressional |\w+ )?committees? asked (?:us|gao)\b|\bprovided (?:us|gao) with (?:oral|written|technical) comments\b"
            r"|^this \w+ is based on (?:a body of work|our|reports|work)\b|\bthat we conduct this (?:study|review|work)\b"
            r"|^the document(?:’s|'s)? (?:is an original|publication date)\b"
            r"|\bgenerally accepted government auditing standards\b|^(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4} [A-Z]{3,} [A-Z]{2,}"),
        ),
        (
            "an address",
            r"\b(?:\d{1,5} (?:[NSEW]\.? )?[A-Z]\w+(?: [A-Z]\w+)? (?:street|avenue|road|boulevard|blvd|drive|lane|suite)\b.{0,80}\b\d{5}\b|P\.?\s?O\.? box \d)",
        ),
        (
            "describes the document, not its matter",
            (r"^(?:to \w[^.]{5,140}, )?(?:this|the present|the following) (?:[A-Z]\w+ ){0,3}(?:section|chapter|report|paper|note|briefing|document|page|article|table|figure|appendix|annex|infosheet|guide|overview|fact ?sheet|statement|testimony|video|podcast|column)s? (?:also )?(?:includes information|uses data|focus(?:es)?|delves?|addresses|describes?|provides?|presents?|summari[sz]es?|discusses|explains?|outlines?|contains?|covers?|sets out|lists?|shows?|examines|reviews|looks at|is (?:organi[sz]ed|structured|divided|intended|about)|aims)\b"
            r"|^(?:note|notes|source|sources|table|figure|fig\.|exhibit|box|chart|map|annex|appendix)\s?(?:\d+[.:]?|[:.])\s"
            r"|^this (?:response|document|memorandum|guidance|letter|communication|decision)\b.{0,60}\b(?:sets out|provides|describes|outlines|explains|covers|lists)\b"
            r"|^(?:table|figure|fig\.|chart|box|annex|appendix)\s[\w.-]+ (?:provides|gives|contains|has|describes) (?:more|further|additional|in more)\b"
            r"|^[^,;.]{0,70}\b(?:is|are) (?:set out|shown|given|listed|presented|summari[sz]ed|provided) in (?:the )?(?:table|figure|chart|annex|appendix|box)s?\b[^,;.]{0,20}\.?$"
            r"|\bmore (?:details?|information)\b.{0,80}\b(?:can be|are|is) (?:found|available)\b|\bin (?:a|the) later (?:volume|chapter|section|part)\b"
            r"|^this is not the latest (?:release|version|edition)\b|^printed (?:on|in)\b"
            r"|\bin (?:this|the) (?:diagram|figure|chart) (?:above |below )?(?:are|is)\b|^the (?:diagram|chart|graph|map|picture|illustration|flow ?chart) (?:in|on|above|below)\b"
            r"|\b(?:is|are) (?:discussed|described|explained|addressed|covered) in (?:section|chapter|appendix|annex|part)\b"
            r"|^(?:see|cf\.) (?:the )?(?:page|section|table|figure|chapter|annex|appendix|footnote|note|box|also)\b"),
        ),
        (
            "explains a word or a figure",
            (r"^(?:rounded to|defined as|calculated (?:as|from)|derived from|estimated from|preliminary|provisional)\b[^.]{0,140}\.?$"
            r"|^only [^.]{3,90}\b(?:were|are|is|was) (?:included|counted|shown)\b"
            r"|\b[pr]\s?[<=>≤]\s?-?0?\.\d+\b.{0,60}\bsignificant\b|\bthe (?:phrase|word|term|expression)s? [“‘\"].{0,160}\b(?:means?|is used|refers?|used to|ha(?:s|ve) the same meaning)\b"
            r"|\b(?:rate|ratio|index|estimate)s? (?:is|are) (?:the (?:number|share|proportion|percentage) of\b.{0,160}\bdivided by\b|for (?:those|people|persons) aged\b)"
            r"|^(?:the )?(?:figures?|data|estimates|numbers|rates|totals) (?:shown |given |here )?(?:are|is|were) (?:for|not|rounded|provisional|subject to|seasonally|based on|as of)\b"
            r"|\b(?:have|has) been (?:reweighted|rebased|seasonally adjusted|rounded)\b"),
        ),
        (
            "words of mixed alphabets: an advertisement that hides",
            r"\b(?=\w*[a-z])(?=\w*[\u0430-\u045f])\w+\b",
        ),
        (
            "a field of a form",
            (r"^(?:yes no|☐|\[ ?\])\s|^(?:summary|description) of (?:all|any|the|actions|policy)\b(?!.*\b(?:is|are|was|were|shows?|finds?|found|has|have)\b)"
             r"|^[A-Z]\w+(?: \w+)?: including\b|^\((?:notes?):"),
        ),
        (
            "a question to a minister",
            r"^to ask (?:the|her|his) [A-Z]",
        ),
        (
            "leads to a list that is not with it",
            r":\s*(?:\(?[\divx]{1,3}[.)]?)?\s*$",
        ),
    )
)  # fmt: skip

_BESIDE = re.compile(
    r"(?:\d+\.?\s+)?(?:notices?|notes?|notes? (?:to|for) editors|background notes?|contacts?(?: details\b.*| us| information)?|"
    r"(?:media|press) (?:contacts?|enquiries|inquiries)|enquiries|glossary|related (?:links|content|documents)|(?:further|more) information|"
    r"quality and methodology(?: information)?|methodology|strengths and limitations|measuring (?:the|these) data|cookies\b.{0,30}|"
    r"about (?!the (?:data|survey|study|methodology|research|report)\b)[\w.&’' -]{2,50}|other pages in this release|share this page|(?:footer|site) links)\s?:?",
    re.IGNORECASE,
)


def is_beside(heading: str) -> bool:
    """Tell whether a heading stands over what serves the reader or the press, not over the matter."""
    return _BESIDE.fullmatch(heading.strip()) is not None


def reason_for_silence(words: str) -> str:
    """Return why a sentence says nothing of the matter; empty if it does."""
    return next((reason for reason, pattern in _RULES if pattern.search(words)), "")
