"""Values for ../robust-scale.test.ts: python3 peers_values.py > peers.json (statsmodels 0.15.0, NumPy seed 20261125)."""
import json, sys
import numpy as np
from statsmodels.robust.scale import qn_scale
rng=np.random.default_rng(20261125)
qn=[]
for n in [2,3,4,5,8,9,10,11,30,31,101]:
    x=np.round(rng.normal(10,2,n),4); qn.append({"values":x.tolist(),"qn":float(qn_scale(x))})
json.dump({"qn":qn},sys.stdout,indent=1)
