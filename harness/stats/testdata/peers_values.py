"""Values for ../*.test.ts from Apache Otava and statsmodels: python3 peers_values.py > peers.json (apache-otava 0.8.0,
statsmodels 0.15.0, NumPy seed 20261125)."""
import json, sys
import numpy as np
from otava.change_point_divisive.calculator import PairDistanceCalculator
from statsmodels.robust.scale import qn_scale
rng=np.random.default_rng(20261125)
splits=[]
for n,at,by in [(4,2,3),(12,5,2),(30,15,1),(30,3,1.5),(60,40,.8),(101,70,1),(40,0,0)]:
    x=np.round(rng.normal(0,1,n),4); x[at:]+=by
    if n==101: x[85:]-=by
    c=PairDistanceCalculator(x).get_candidate_change_point(slice(0,n))
    splits.append({"series":x.tolist(),"index":int(c.index),"statistic":float(c.qhat)})
qn=[]
for n in [2,3,4,5,8,9,10,11,30,31,101]:
    x=np.round(rng.normal(10,2,n),4); qn.append({"values":x.tolist(),"qn":float(qn_scale(x))})
json.dump({"splits":splits,"qn":qn},sys.stdout,indent=1)
